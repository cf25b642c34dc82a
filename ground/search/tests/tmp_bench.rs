//! tmp
use base::Language; use search::*; 
fn rnd(s:&mut u64)->u64{*s^=*s<<13;*s^=*s>>7;*s^=*s<<17;*s}
#[test] fn bench(){
 let mut s=88172645463325252u64;
 let t=std::fs::read_to_string("/work/shared/data/poland/streets/krakow_ulice.txt").unwrap();
 let names:Vec<String>=t.lines().map(str::trim).filter(|l|!l.is_empty()).map(|l|l.trim_start_matches("ul. ").to_owned()).collect();
 let docs:Vec<Document>=names.iter().map(|n|Document{subject:Subject::new("street",n),language:Language::Pl,audience:Audience::Public,title:n.clone(),keywords:String::new(),body:String::new()}).collect();
 let i=Index::in_memory().unwrap(); i.change(&docs,&[],1).unwrap(); println!("{} streets",names.len());
 let a=Audiences::public();
 let mut run=|name:&str,sug:bool,f:&dyn Fn(&mut u64,&str)->Option<String>|{let (mut n,mut h1,mut h3)=(0,0,0); let mut miss=vec![]; for street in &names{ let Some(q)=f(&mut s,street) else {continue}; n+=1; let qq=Query{text:&q,kinds:&[],audiences:&a,language:Language::Pl,limit:10}; let h=if sug{i.suggest(&qq)}else{i.search(&qq)}.unwrap(); let p=h.iter().position(|h|&h.subject.key==street); if p==Some(0){h1+=1} else {miss.push(format!("{q} => {:?} want {street}",h.first().map(|h|h.subject.key.clone())));} if p.is_some_and(|p|p<3){h3+=1}} println!("{name}: n {n} hit@1 {:.1} hit@3 {:.1}",100.*h1 as f64/n as f64,100.*h3 as f64/n as f64); for k in 0..8{ if miss.len()>k*7{println!("   {}",miss[k*7]);}}};
 run("exact",false,&|_,n|Some(n.to_owned()));
 run("folded",false,&|_,n|Some(base::fold(n)));
 run("last word",false,&|_,n|Some(n.split(' ').last().unwrap().to_owned()));
 run("inflected -ska",false,&|_,n|{ if n.contains(' '){return None} if let Some(x)=n.strip_suffix("ka"){Some(format!("na {x}kiej"))} else if let Some(x)=n.strip_suffix("na"){Some(format!("przy ulicy {x}nej"))} else {None}});
 run("inflected folded -ską",false,&|_,n|{ if n.contains(' '){return None} n.strip_suffix("a").map(|x|base::fold(&format!("{x}ą")))});
 run("typo",false,&|s,n|{let mut c:Vec<char>=base::fold(n).chars().collect(); let k=1+(rnd(s) as usize)%(c.len()-2); match rnd(s)%3{0=>{c.remove(k);},1=>c.swap(k,k+1),_=>c.insert(k,c[k])}; Some(c.into_iter().collect())});
 run("prefix 6",true,&|_,n|Some(n.chars().take(6).collect()));
}
